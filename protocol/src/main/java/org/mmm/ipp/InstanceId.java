package org.mmm.ipp;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The ID of an M-Instance among others: a host name, and a port if it is not 443.
 *
 * @param name in lower case, at most 253 characters without the port; no address in numbers but of
 *     the loopback
 */
public record InstanceId(String name) {
  private static final Pattern HOST =
      Pattern.compile("(?!-)[a-z0-9-]{1,63}(?<!-)(\\.(?!-)[a-z0-9-]{1,63}(?<!-))*(:[0-9]{1,5})?");
  private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");
  private static final int MOST = 253;

  public InstanceId {
    name = name.toLowerCase(Locale.ROOT);
    String host = host(name);
    boolean fits = HOST.matcher(name).matches() && host.length() <= MOST && portFits(name);
    if (!fits || (NUMBERS.matcher(host).matches() && !isLoopback(host))) {
      throw new IllegalArgumentException(
          "the ID of an M-Instance is a host name such as meet.example or meet.example:8443, was \""
              + name
              + "\"");
    }
  }

  /** The host, without the port. */
  public String host() {
    return host(name);
  }

  /** Whether it is on this machine, where plain HTTP will do. */
  public boolean isLoopback() {
    return isLoopback(host());
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.matches("127(\\.[0-9]{1,3}){3}");
  }

  private static String host(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }

  private static boolean portFits(String name) {
    int colon = name.indexOf(':');
    if (colon < 0) return true;
    int port = Integer.parseInt(name.substring(colon + 1));
    return port > 0 && port < 65_536;
  }

  @Override
  public String toString() {
    return name;
  }
}
