package vermilion.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import vermilion.service.Access;
import vermilion.service.Sha256;
import vermilion.service.StaffSessions;

/// Somebody of the staff who is signed in on a browser.
///
/// @param cookie the secret of the session
/// @param who who, and where
/// @param access what may be done with what this request is about
record Session(String cookie, StaffSessions.SignedIn who, Access access) {

  /// What every form of this browser sends back, so that no other site can send one: it follows
  /// from the cookie, which no other site can read.
  String formToken() {
    return formToken(cookie);
  }

  static String formToken(String cookie) {
    byte[] text = ("form:" + cookie).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Sha256.of(text), 0, 16);
  }

  boolean isFrom(String given) {
    return MessageDigest.isEqual(
        formToken().getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
