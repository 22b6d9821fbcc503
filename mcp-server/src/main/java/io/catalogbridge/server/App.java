package io.catalogbridge.server;

/** Composition root. */
public final class App {
    private App() {}

    public static void main(String[] args) {}
}
