package badsample.cycle.clinical;

import badsample.cycle.time.Here;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// The other half.
@NullMarked
public record There(@Nullable Here here) {}
