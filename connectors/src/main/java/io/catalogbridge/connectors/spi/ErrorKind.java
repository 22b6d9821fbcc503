package io.catalogbridge.connectors.spi;

/** Why a system did not do what it was asked; the kind decides whether to retry and what to tell the user. */
public enum ErrorKind {
    /** The credentials are wrong, expired or of the wrong sort. */
    AUTH,
    /** The caller is known, but may not do this. */
    FORBIDDEN,
    /** Too many calls; the retries that are allowed were used up. */
    THROTTLED,
    NOT_FOUND,
    /** Somebody else changed the object meanwhile. */
    CONFLICT,
    /** The other side refused the request, or its answer is not what the protocol promises. */
    INVALID,
    /** The other side did not answer, or answered that it cannot now. */
    UNAVAILABLE,
    /** Our own mistake. */
    BUG
}
