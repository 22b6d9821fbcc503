package io.catalogbridge.mapping.plan;

import io.catalogbridge.mapping.catalog.AssetId;
import io.catalogbridge.mapping.catalog.Finding;
import io.catalogbridge.mapping.catalog.Gap;
import io.catalogbridge.mapping.glue.GlueCatalog;
import io.catalogbridge.mapping.glue.GlueObservation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything a plan depends on.
 *
 * @param environment the environment planned for; its marker says which objects are ours
 * @param desired     what should be: tables with their fingerprint, databases with their digest
 * @param findings    what could not be read or mapped exactly
 * @param gaps        what of the tenant could not be read; if there is any, there are no deletes, and nothing that is in Glue
 *                    is given up for what was not read
 * @param whole       whether all spaces were in scope; if not, nothing is known about databases that are not desired
 * @param current     what is in Glue
 * @param lastApplied what we last wrote, as far as we remember; an object without our marker counts as forgotten
 * @param policy      what the plan may contain
 * @param now         the time of planning, for grace periods
 * @param decisions   what people decided on conflicts
 */
public record PlanInput(
        String environment,
        GlueCatalog desired,
        List<Finding> findings,
        List<Gap> gaps,
        boolean whole,
        GlueObservation current,
        GlueCatalog lastApplied,
        PlanPolicy policy,
        Instant now,
        Decisions decisions) {

    public PlanInput {
        findings = findings.stream().sorted().toList();
        gaps = gaps.stream().distinct().sorted().toList();
    }

    /** Whether everything in scope was read. */
    boolean complete() {
        return gaps.isEmpty();
    }

    /**
     * Whether this was not read: it itself, or all of the tenant.
     *
     * @param subject as in a gap
     */
    boolean isGap(String subject) {
        return gaps.stream().map(Gap::subject).anyMatch(gap -> gap.equals(subject) || gap.equals(AssetId.SCHEME));
    }

    /** Where nobody has decided on anything. */
    public PlanInput(
            String environment,
            GlueCatalog desired,
            List<Finding> findings,
            List<Gap> gaps,
            boolean whole,
            GlueObservation current,
            GlueCatalog lastApplied,
            PlanPolicy policy,
            Instant now) {
        this(environment, desired, findings, gaps, whole, current, lastApplied, policy, now, Decisions.NONE);
    }

    public PlanInput withDecisions(Decisions made) {
        return new PlanInput(environment, desired, findings, gaps, whole, current, lastApplied, policy, now, made);
    }

    /** Whether absence from the desired catalog proves that a database's space is gone. */
    boolean provesAbsence() {
        return complete() && whole;
    }

    boolean isOurs(Optional<String> owner) {
        return owner.filter(environment::equals).isPresent();
    }

    /** Whether we may write to an object with this marker. */
    boolean mayChange(Optional<String> owner) {
        return isOurs(owner) || (owner.isEmpty() && policy.adopt());
    }

    String whyNotOurs(String object, Optional<String> owner) {
        return owner.map(other -> "this " + object + " belongs to environment " + other)
                .orElse("this " + object + " bears no marker of Catalog Bridge; somebody else made it");
    }
}
