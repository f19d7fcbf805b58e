package badsample.image.web;

import java.awt.image.BufferedImage;
import org.jspecify.annotations.NullMarked;

/// Knows what an image is made of outside of where pixels are read.
@NullMarked
public record DrawsPixels(BufferedImage image) {}
