package io.vnode.eci.credentials;

import io.vnode.eci.credentials.CredentialsException.Attempt;

/** One place of the chain, after a look at it. */
sealed interface Link {

    /** Nothing is there. */
    record Absent(Attempt attempt) implements Link {

        static Absent because(String source, String why, String remedy) {
            return new Absent(new Attempt(source, why, remedy, false));
        }
    }

    /** Somebody has set this up, so it is to be this or nothing: another place may stand for another identity. */
    record Present(CredentialsProvider provider) implements Link {}

    /** Nobody has set this up, but it may be there. */
    record Possible(CredentialsProvider provider) implements Link {}
}
