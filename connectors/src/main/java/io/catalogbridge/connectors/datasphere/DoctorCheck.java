package io.catalogbridge.connectors.datasphere;

/**
 * What one check found.
 *
 * @param name    what was checked, such as {@code space SALES}
 * @param message what is the case
 * @param remedy  what to do about it; empty if nothing needs doing
 */
public record DoctorCheck(String name, Verdict verdict, String message, String remedy) {

    /** How bad it is. */
    public enum Verdict {
        GOOD,
        WARNING,
        FAILED
    }

    static DoctorCheck good(String name, String message) {
        return new DoctorCheck(name, Verdict.GOOD, message, "");
    }

    static DoctorCheck warning(String name, String message, String remedy) {
        return new DoctorCheck(name, Verdict.WARNING, message, remedy);
    }

    static DoctorCheck failed(String name, String message, String remedy) {
        return new DoctorCheck(name, Verdict.FAILED, message, remedy);
    }
}
