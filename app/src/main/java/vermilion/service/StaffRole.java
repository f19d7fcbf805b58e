package vermilion.service;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What somebody is at a clinic; a person may be several. What each may do is decided here and
/// nowhere else (decision 30).
public enum StaffRole {
  /// Treats, signs orders and answers for them.
  INJECTOR(
      "injector",
      "Injector",
      EnumSet.of(
          Capability.SEE_WORKLIST,
          Capability.SEE_PATIENT,
          Capability.ANSWER,
          Capability.TAKE_CALL,
          Capability.TREAT,
          Capability.ORDER,
          Capability.STOP_MASSAGE,
          Capability.LIFT_HOLD,
          Capability.LOWER,
          Capability.LET_IN,
          Capability.ANSWER_LEAVING,
          Capability.SEE_MAILS)),
  /// Answers patients; orders and allows no massage.
  NURSE(
      "nurse",
      "Nurse",
      EnumSet.of(
          Capability.SEE_WORKLIST,
          Capability.SEE_PATIENT,
          Capability.ANSWER,
          Capability.TAKE_CALL,
          Capability.STOP_MASSAGE,
          Capability.LET_IN,
          Capability.ANSWER_LEAVING,
          Capability.SEE_MAILS)),
  /// Sees who waits, and opens a record only with a reason.
  FRONT_DESK(
      "front-desk",
      "Front desk",
      EnumSet.of(
          Capability.SEE_WORKLIST,
          Capability.TAKE_CALL,
          Capability.BREAK_GLASS,
          Capability.SEE_MAILS)),
  /// Answers for the clinic: all of the care, and the audit.
  MEDICAL_LEAD(
      "medical-lead",
      "Medical lead",
      EnumSet.of(
          Capability.SEE_WORKLIST,
          Capability.SEE_PATIENT,
          Capability.ANSWER,
          Capability.TAKE_CALL,
          Capability.TREAT,
          Capability.ORDER,
          Capability.STOP_MASSAGE,
          Capability.LIFT_HOLD,
          Capability.LOWER,
          Capability.LET_IN,
          Capability.ANSWER_LEAVING,
          Capability.SEE_MAILS,
          Capability.SEE_AUDIT)),
  /// Reads the audit, and no record.
  AUDITOR("auditor", "Auditor", EnumSet.of(Capability.SEE_AUDIT)),
  /// Makes and ends accounts; opens a record only with a reason.
  ADMINISTRATOR(
      "administrator",
      "Administrator",
      EnumSet.of(Capability.MANAGE_PEOPLE, Capability.BREAK_GLASS, Capability.SEE_MAILS));

  /// What a clinician's bearer token may do: all of the care, as before there were accounts.
  public static final Set<Capability> CLINICIAN =
      capabilitiesOf(EnumSet.of(INJECTOR, NURSE, MEDICAL_LEAD));

  private final String id;
  private final String word;

  /// One bit for each capability: an enum holds nothing that could be changed.
  private final long bits;

  StaffRole(String id, String word, Set<Capability> capabilities) {
    this.id = id;
    this.word = word;
    long all = 0;
    for (Capability one : capabilities) {
      all |= 1L << one.ordinal();
    }
    this.bits = all;
  }

  /// The id used in the store and on the command line.
  public String id() {
    return id;
  }

  /// What pages call it.
  public String word() {
    return word;
  }

  /// What it may do.
  public Set<Capability> capabilities() {
    Set<Capability> all = EnumSet.noneOf(Capability.class);
    for (Capability one : Capability.values()) {
      if ((bits >> one.ordinal() & 1) == 1) {
        all.add(one);
      }
    }
    return all;
  }

  /// The role with this id.
  public static Optional<StaffRole> of(String id) {
    for (StaffRole role : values()) {
      if (role.id.equals(id)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  /// All that a person with these roles may do. Whoever may see every record breaks no glass.
  public static Set<Capability> capabilitiesOf(Set<StaffRole> roles) {
    Set<Capability> all = EnumSet.noneOf(Capability.class);
    roles.forEach(role -> all.addAll(role.capabilities()));
    if (all.contains(Capability.SEE_PATIENT)) {
      all.remove(Capability.BREAK_GLASS);
    }
    return Set.copyOf(all);
  }

  /// The words of roles, in the order of this list.
  public static String words(Set<StaffRole> roles) {
    return String.join(
        ", ", List.of(values()).stream().filter(roles::contains).map(StaffRole::word).toList());
  }
}
