package io.catalogbridge.server.protocol.http;

import jakarta.servlet.http.HttpServletRequest;

/** Finds out who calls. Thread-safe. */
@FunctionalInterface
public interface Authenticator {

    /** What is known of the caller. */
    sealed interface Verdict {

        /** The caller, as the audit records it. */
        record Known(String principal) implements Verdict {}

        /**
         * The caller must say who they are.
         *
         * @param challenge value of {@code WWW-Authenticate}
         */
        record Unknown(String challenge, String reason) implements Verdict {}
    }

    Verdict judge(HttpServletRequest request);

    /** Everybody who can reach the server is this user. */
    static Authenticator everybody(String user) {
        return request -> new Verdict.Known(user);
    }
}
