package badsample.adapters.web;

import badsample.adapters.store.Stored;
import org.jspecify.annotations.NullMarked;

/// An adapter that sees another.
@NullMarked
public record SeesStore(Stored stored) {}
