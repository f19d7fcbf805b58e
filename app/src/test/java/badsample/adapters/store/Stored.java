package badsample.adapters.store;

import org.jspecify.annotations.NullMarked;

/// Only there to be seen.
@NullMarked
public record Stored(String value) {}
