package vermilion.web.page;

/// A QR code as a drawing.
///
/// @param size its width and height in squares, with the white around it
/// @param path the dark squares, as the path of an SVG
public record CodeDrawing(int size, String path) {}
