package io.vnode.eci.credentials;

/** A place that hands out temporary access keys when asked. Its text form names the place, for messages. */
@FunctionalInterface
interface CredentialsSource {

    /**
     * Gets an access key anew; may take some seconds.
     *
     * @throws CredentialsException when that gave none
     */
    Credentials fetch();
}
