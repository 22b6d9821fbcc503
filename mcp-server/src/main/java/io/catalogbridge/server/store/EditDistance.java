package io.catalogbridge.server.store;

/** How many letters are inserted, left out, replaced or swapped with their neighbour to turn one word into another. */
final class EditDistance {

    private EditDistance() {}

    /** The distance, or one more than {@code most} if it is greater than that. */
    static int between(String from, String to, int most) {
        if (Math.abs(from.length() - to.length()) > most) {
            return most + 1;
        }
        int[] twoAbove = new int[to.length() + 1];
        int[] above = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            row[0] = line;
            int least = line;
            for (int column = 1; column <= to.length(); column++) {
                row[column] = cell(from, to, line, column, row, above, twoAbove);
                least = Math.min(least, row[column]);
            }
            if (least > most) {
                return most + 1;
            }
            int[] spare = twoAbove;
            twoAbove = above;
            above = row;
            row = spare;
        }
        return Math.min(above[to.length()], most + 1);
    }

    private static int cell(String from, String to, int line, int column, int[] row, int[] above, int[] twoAbove) {
        char here = from.charAt(line - 1);
        char there = to.charAt(column - 1);
        int least = Math.min(above[column - 1] + (here == there ? 0 : 1), 1 + Math.min(above[column], row[column - 1]));
        boolean swapped = line > 1 && column > 1 && here == to.charAt(column - 2) && from.charAt(line - 2) == there;
        return swapped ? Math.min(least, twoAbove[column - 2] + 1) : least;
    }
}
