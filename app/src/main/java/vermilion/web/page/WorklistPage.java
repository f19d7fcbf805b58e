package vermilion.web.page;

import java.util.List;

/// Who needs somebody now, the most urgent first.
///
/// @param frame what stands around it
/// @param asOf the clinic's own day and time of this list, such as `Wednesday 14:20`
/// @param onCall who is on call, as a sentence part; empty where nobody is named
/// @param rows the patients, the order is the order to act in
/// @param cut which part of all who wait the rows are
/// @param everyoneElse all others
public record WorklistPage(
    Frame frame,
    String asOf,
    String onCall,
    List<WorklistRow> rows,
    Cut cut,
    EveryoneElse everyoneElse)
    implements Page {

  @Override
  public String template() {
    return "clinic/worklist.jte";
  }
}
