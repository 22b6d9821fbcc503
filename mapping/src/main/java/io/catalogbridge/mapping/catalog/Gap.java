package io.catalogbridge.mapping.catalog;

/**
 * A part of the tenant that could not be read. One gap makes a snapshot partial: what is missing from it may still exist.
 *
 * @param subject what was not read: {@code datasphere:SPACE} or an asset's identifier
 * @param reason  why not, in words
 */
public record Gap(String subject, String reason) implements Comparable<Gap> {

    @Override
    public int compareTo(Gap other) {
        int bySubject = subject.compareTo(other.subject);
        return bySubject != 0 ? bySubject : reason.compareTo(other.reason);
    }
}
