package org.mmm.federation;

import java.util.regex.Pattern;
import org.mmm.ipp.InstanceId;

/**
 * Which M-Instances are meant: one by its ID, or with {@code *.} in front all below a domain. It is
 * compared label by label, so that {@code *.example} is neither {@code example} itself nor {@code
 * bad-example}; a port is meant only where it is said.
 *
 * @param text as it was written, in lower case
 */
public record PeerPattern(String text) {
  private static final String BELOW = "*.";
  private static final Pattern TOP = Pattern.compile("[a-z0-9-]+(:[0-9]+)?");

  /**
   * @throws IllegalArgumentException if it is no ID, or means all below a top-level domain
   */
  public PeerPattern {
    text = text.toLowerCase(java.util.Locale.ROOT);
    boolean below = text.startsWith(BELOW);
    InstanceId named = new InstanceId(below ? text.substring(BELOW.length()) : text);
    if (below && TOP.matcher(named.name()).matches()) {
      throw new IllegalArgumentException(
          "the pattern " + text + " means too many; name a domain, such as *.meet.example");
    }
  }

  public boolean matches(InstanceId peer) {
    return text.startsWith(BELOW)
        ? peer.name().endsWith(text.substring(1)) && peer.name().length() > text.length() - 1
        : peer.name().equals(text);
  }
}
