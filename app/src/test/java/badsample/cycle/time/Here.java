package badsample.cycle.time;

import badsample.cycle.clinical.There;
import org.jspecify.annotations.NullMarked;

/// One half of a circle.
@NullMarked
public record Here(There there) {}
