package io.vnode.eci.model;

/**
 * A user of an image registry. Its text form does not show the password.
 *
 * @param server host name of the registry, without scheme
 * @param userName the user
 * @param password the password
 */
public record RegistryCredential(String server, String userName, String password) {

    @Override
    public String toString() {
        return "RegistryCredential[" + server + ", " + userName + "]";
    }
}
