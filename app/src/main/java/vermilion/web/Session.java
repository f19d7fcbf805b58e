package vermilion.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import vermilion.service.Access;
import vermilion.service.Sha256;

/// A clinician who is signed in on a browser.
///
/// @param token the bearer token in the cookie
/// @param access what it opens
record Session(String token, Access access) {

  /// What every form of this browser sends back, so that no other site can send one: it follows
  /// from the cookie, which no other site can read.
  String formToken() {
    byte[] text = ("form:" + token).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Sha256.of(text), 0, 16);
  }

  boolean isFrom(String given) {
    return MessageDigest.isEqual(
        formToken().getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
