package io.catalogbridge.server.store;

/**
 * Why a run could not do its work at all. Holds no secret.
 *
 * @param code      stable, upper case, such as {@code AUTH}
 * @param retryable whether running again may succeed without anybody doing anything
 * @param remedy    what the user can do; may be empty
 */
public record RunFailure(String code, String message, boolean retryable, String remedy) {}
