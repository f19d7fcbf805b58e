package vermilion.service;

/// How well what an article says is known: of its sources, the kind that carries it.
public enum EvidenceGrade {
  /// Studies that compared people.
  STUDIES("studies", "Studies", "People were compared in studies that we read."),
  /// Guidance that experts agreed on.
  GUIDANCE(
      "guidance",
      "Guidance of experts",
      "Doctors or a health service wrote down what they agree on. Few studies stand behind it."),
  /// Published cases.
  REPORTS(
      "reports",
      "Reports of cases",
      "Doctors told what they saw in single people. That shows what can happen, not how often."),
  /// What clinics say.
  OPINION(
      "opinion",
      "Opinion",
      "Clinics and leaflets say so, and they differ. We found no study that tests it.");

  private final String id;
  private final String word;
  private final String meaning;

  EvidenceGrade(String id, String word, String meaning) {
    this.id = id;
    this.word = word;
    this.meaning = meaning;
  }

  /// The word in an article's file.
  public String id() {
    return id;
  }

  /// What the page calls it.
  public String word() {
    return word;
  }

  /// What it means, for whoever reads the page.
  public String meaning() {
    return meaning;
  }
}
