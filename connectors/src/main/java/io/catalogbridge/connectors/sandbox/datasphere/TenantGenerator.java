package io.catalogbridge.connectors.sandbox.datasphere;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An invented tenant: spaces of up to 500 objects, every object a pure function of seed, space and position. Nothing is
 * kept, so a tenant of any size starts at once and needs no memory.
 */
final class TenantGenerator implements TenantContent {

    private static final int OBJECTS_PER_SPACE = 500;
    private static final String SPACE_PREFIX = "GEN_";

    private final long seed;
    private final int assets;

    /** An asset is an object of a space; the spaces themselves are not counted. */
    TenantGenerator(long seed, int assets) {
        if (assets < 1) {
            throw new IllegalArgumentException("A generated tenant has at least one asset, not " + assets);
        }
        this.seed = seed;
        this.assets = assets;
    }

    @Override
    public List<String> spaceNames() {
        return IntStream.range(0, spaceCount())
                .mapToObj(TenantGenerator::spaceName)
                .toList();
    }

    @Override
    public Optional<SpaceContent> space(String name) {
        return numberIn(name, SPACE_PREFIX)
                .filter(number -> number < spaceCount() && spaceName(number).equals(name))
                .map(number -> new GeneratedSpace(name, seed * 1_000_003 + number, sizeOf(number)));
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    /** The number behind a prefix. */
    static Optional<Integer> numberIn(String name, String prefix) {
        String digits = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
        boolean number =
                digits.length() >= 5 && digits.length() <= 8 && digits.chars().allMatch(Character::isDigit);
        return number ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }

    private int spaceCount() {
        return (assets - 1) / OBJECTS_PER_SPACE + 1;
    }

    private int sizeOf(int space) {
        return Math.min(OBJECTS_PER_SPACE, assets - space * OBJECTS_PER_SPACE);
    }

    private static String spaceName(int number) {
        return SPACE_PREFIX + fiveDigits(number);
    }

    /** At least five digits, so that names sort like their numbers. */
    static String fiveDigits(int number) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, 5 - digits.length())) + digits;
    }
}
