package io.catalogbridge.connectors.sandbox.datasphere;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that differs from the original content: immutable, so that readers never see half a change.
 *
 * @param revisions objects that were changed, created or deleted
 * @param left spaces that the client is not a member of
 */
record TenantState(Map<ObjectKey, Revision> revisions, Set<String> left) {

    private static final String EDITOR = "SANDBOX";

    TenantState {
        revisions = Map.copyOf(revisions);
        left = Set.copyOf(left);
    }

    Revision revision(ObjectKey key, TenantContent content) {
        Revision changed = revisions.get(key);
        return changed != null
                ? changed
                : content.space(key.space())
                        .flatMap(space -> space.object(key.name()))
                        .map(Revision::initial)
                        .orElse(Revision.ABSENT);
    }

    /** What differs in one space, by name. */
    SortedMap<String, Revision> changedIn(String space) {
        SortedMap<String, Revision> changed = new TreeMap<>();
        revisions.forEach((key, revision) -> {
            if (key.space().equals(space)) {
                changed.put(key.name(), revision);
            }
        });
        return changed;
    }

    /**
     * The state after one more step.
     *
     * @throws ChangeRejected when the step is impossible
     */
    TenantState after(ChangeStep step, TenantContent content, Instant at) {
        if (content.space(step.space()).isEmpty()) {
            throw new ChangeRejected("No such space: " + step.space());
        }
        return switch (step.action()) {
            case LEAVE -> withMembership(step.space(), false);
            case JOIN -> withMembership(step.space(), true);
            case CREATE -> created(step, content, at);
            case SAVE, LABEL, ADD_COLUMN, REMOVE_COLUMN, SHARE -> saved(step, content, at);
            case DEPLOY -> deployed(step, content, at);
            case DELETE -> deleted(step, content);
        };
    }

    private TenantState withMembership(String space, boolean member) {
        Set<String> next = new TreeSet<>(left);
        boolean changed = member ? next.remove(space) : next.add(space);
        return changed ? new TenantState(revisions, next) : this;
    }

    private TenantState created(ChangeStep step, TenantContent content, Instant at) {
        ObjectKey key = new ObjectKey(step.space(), step.object());
        if (revision(key, content).designTime() != null) {
            throw new ChangeRejected(key + " exists already");
        }
        return with(key, new Revision(BodyEdit.newObject(step, Inventory.created(at, EDITOR, null)), null));
    }

    private TenantState saved(ChangeStep step, TenantContent content, Instant at) {
        ObjectKey key = new ObjectKey(step.space(), step.object());
        TenantObject current = existing(key, content);
        TenantObject saved = current.with(
                current.inventory().saved(at, EDITOR), BodyEdit.of(step).apply(current));
        return with(key, new Revision(saved, revision(key, content).runTime()));
    }

    private TenantState deployed(ChangeStep step, TenantContent content, Instant at) {
        ObjectKey key = new ObjectKey(step.space(), step.object());
        TenantObject current = existing(key, content);
        TenantObject deployed = current.with(current.inventory().deployed(at));
        return with(key, new Revision(deployed, deployed));
    }

    private TenantState deleted(ChangeStep step, TenantContent content) {
        ObjectKey key = new ObjectKey(step.space(), step.object());
        existing(key, content);
        return with(key, Revision.ABSENT);
    }

    private TenantObject existing(ObjectKey key, TenantContent content) {
        TenantObject current = revision(key, content).designTime();
        if (current == null) {
            throw new ChangeRejected("No such object: " + key);
        }
        return current;
    }

    private TenantState with(ObjectKey key, Revision revision) {
        Map<ObjectKey, Revision> next = new HashMap<>(revisions);
        next.put(key, revision);
        return new TenantState(next, left);
    }
}
