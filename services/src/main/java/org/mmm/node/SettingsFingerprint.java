package org.mmm.node;

import com.typesafe.config.Config;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A short fingerprint of the settings that the nodes of an M-Instance should have in common, to see
 * at a glance which node was started with others. What is a node's own is left out: names,
 * addresses, roles, files. So are invitations, which are secrets.
 */
final class SettingsFingerprint {
  private static final int BYTES = 6;
  private static final Pattern OWN =
      Pattern.compile(
          "node\\..*|operator\\..*|cluster\\.(host|port|roles|seed-self|tls\\..*)"
              + "|edge\\.(tls\\..*|invitations.*)"
              + "|.*-file|.*\\.user");

  private SettingsFingerprint() {}

  /**
   * @param root a whole configuration, resolved
   * @return twelve hexadecimal digits
   */
  static String of(Config root) {
    Map<String, String> shared = new TreeMap<>();
    root.getConfig("mmm")
        .entrySet()
        .forEach(
            entry -> {
              if (!OWN.matcher(entry.getKey()).matches()) {
                shared.put(entry.getKey(), String.valueOf(entry.getValue().unwrapped()));
              }
            });
    byte[] digest = sha256().digest(shared.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
