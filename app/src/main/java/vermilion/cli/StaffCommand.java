package vermilion.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vermilion.json.Json;
import vermilion.service.Staff;
import vermilion.service.StaffAccount;
import vermilion.service.StaffRole;
import vermilion.service.Store;

/// `vermilion staff`: the first account of a clinic, and a new start for somebody locked out.
@Command(
    name = "staff",
    description = {
      "add NAME: makes an account and prints the code that sets it up, once, within a day.",
      "anew NAME: withdraws all that a person signs in with, and prints a new code."
    },
    footer = {
      "",
      "Example:",
      "  vermilion staff add \"Dr A. Okafor\" --role administrator --role medical-lead",
      "",
      "Exit: 0 the code is printed; 1 the name is taken or unknown, or the store is busy; 2 bad input."
    })
final class StaffCommand implements Callable<Integer> {
  /// Who the audit says has done it: somebody with access to this machine.
  private static final String ACTOR = "command line";

  private static final String ADD = "add";
  private static final String ANEW = "anew";

  private final Ports ports;
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "DEED", description = "add or anew.")
  private String deed = "";

  @Parameters(
      index = "1",
      paramLabel = "NAME",
      description = "Under which the person signs in and writes.")
  private String name = "";

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description =
          "injector, nurse, front-desk, medical-lead, auditor or administrator; may be said again.")
  private List<String> roles = new ArrayList<>();

  @Mixin private OneClinicOption clinic = new OneClinicOption();

  @Mixin private JsonOption json = new JsonOption();

  StaffCommand(Ports ports, Terminal terminal) {
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Complaint> wrong = new ArrayList<>();
    if (!deed.equals(ADD) && !deed.equals(ANEW)) {
      wrong.add(complaint("DEED", deed, LineRefusal.oneOf(List.of(ADD, ANEW), deed)));
    }
    if (!StaffAccount.isName(name)) {
      wrong.add(
          complaint("NAME", name, "1 to " + StaffAccount.NAME_CHARS_MAX + " plain characters"));
    }
    Set<StaffRole> wanted = wanted(wrong);
    if (!wrong.isEmpty()) {
      Complaint.tell(wrong, json.isWanted(), terminal);
      return Exit.BAD_INPUT;
    }
    return clinic.run(
        ports.stores(),
        json.isWanted(),
        terminal,
        (install, id) -> run(install.store(), id, wanted));
  }

  private Set<StaffRole> wanted(List<Complaint> wrong) {
    Set<StaffRole> wanted = EnumSet.noneOf(StaffRole.class);
    List<String> known = Arrays.stream(StaffRole.values()).map(StaffRole::id).toList();
    for (String role : roles) {
      StaffRole.of(role)
          .ifPresentOrElse(
              wanted::add,
              () -> wrong.add(complaint("--role", role, LineRefusal.oneOf(known, role))));
    }
    if (deed.equals(ADD) && roles.isEmpty()) {
      wrong.add(complaint("--role", "", "one of " + String.join(", ", known)));
    }
    if (deed.equals(ANEW) && !roles.isEmpty()) {
      wrong.add(complaint("--role", roles.getFirst(), "none: anew changes no role"));
    }
    return wanted;
  }

  private static Complaint complaint(String place, String found, String expected) {
    return new Complaint(place, "found \"" + found + "\", expected " + expected);
  }

  private int run(Store store, String id, Set<StaffRole> wanted) {
    Staff staff = new Staff(store.staff(), ports.ids(), ports.clock());
    Staff.Invitation made =
        deed.equals(ADD)
            ? staff.add(id, name, wanted, ACTOR)
            : store
                .staff()
                .named(id, name)
                .map(known -> staff.startAnew(id, known.person(), ACTOR))
                .orElseGet(Staff.Invitation.Refused::new);
    return switch (made) {
      case Staff.Invitation.Made done -> {
        tell(id, done);
        yield Exit.GOOD;
      }
      case Staff.Invitation.Refused _ -> {
        terminal.say(
            deed.equals(ADD)
                ? "vermilion staff: somebody has or had the name \""
                    + name
                    + "\"; it is never given again"
                : "vermilion staff: nobody with an account is called \"" + name + "\"");
        yield Exit.NO;
      }
      case Staff.Invitation.Busy _ -> {
        terminal.say("vermilion staff: the store is too busy, try again");
        yield Exit.NO;
      }
    };
  }

  private void tell(String id, Staff.Invitation.Made made) {
    Optional<String> link = clinic.baseUrl().map(base -> base + "/clinic/set-up#" + made.code());
    if (json.isWanted()) {
      terminal.answer(
          Json.object()
              .put("name", made.account().name())
              .put("clinic", id)
              .put("code", made.code())
              .put("link", link)
              .build()
              .text());
      return;
    }
    if (link.isEmpty()) {
      terminal.say("Open /clinic/set-up on your server and type this code, once, within a day:");
    } else {
      terminal.say("Open this, once, within a day:");
    }
    terminal.answer(link.orElse(made.code()));
  }
}
