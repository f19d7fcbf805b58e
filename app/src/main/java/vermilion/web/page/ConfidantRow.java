package vermilion.web.page;

import java.util.List;

/// One helper whom a patient has let in, on the clinic's page of her.
///
/// @param id what a form names this helper by
/// @param name a first name
/// @param call the telephone number, where the clinic may call; empty where it may not
/// @param lines what the helper may do, since when, and how the phone stands
public record ConfidantRow(String id, String name, String call, List<String> lines) {

  /// Copies the lines.
  public ConfidantRow {
    lines = List.copyOf(lines);
  }
}
