package vermilion.service;

/// The staff of an install: accounts, ways in, and who is in.
///
/// @param staff makes and ends accounts
/// @param signIn lets people in
/// @param sessions where they are in
/// @param passkeys their passkeys
public record People(
    Staff staff, StaffSignIn signIn, StaffSessions sessions, StaffPasskeys passkeys) {

  /// The staff over a store.
  public static People of(StaffSessions.Ports ports, StaffSessions.Settings settings) {
    Staff staff = new Staff(ports.store(), ports.ids(), ports.clock());
    StaffSessions sessions = new StaffSessions(ports, settings);
    StaffSignIn signIn = new StaffSignIn(staff, sessions, ports.tokens());
    PasskeyVerifier verifier = new PasskeyVerifier(ports.store(), ports.ids());
    return new People(staff, signIn, sessions, new StaffPasskeys(staff, signIn, verifier));
  }
}
