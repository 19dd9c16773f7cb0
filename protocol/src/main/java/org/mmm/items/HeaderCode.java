package org.mmm.items;

import java.util.regex.Pattern;

/**
 * A Header taken apart: {@code MMM-ROM-V2.2}.
 *
 * @param code standard and data type: {@code MMM-ROM}
 * @param version major and minor: {@code 2.2}
 */
public record HeaderCode(String code, String version) {
  private static final Pattern HEADER =
      Pattern.compile("[A-Z0-9]{3}-[A-Z0-9]{3}-V[0-9]{1,2}[.][0-9]{1,2}");
  private static final int CODE = "MMM-ROM".length();

  /**
   * Takes a Header apart.
   *
   * @param path where it stands, for the message
   * @throws ItemException if it is not a Header
   */
  static HeaderCode of(String path, String header) {
    if (!HEADER.matcher(header).matches()) {
      throw ItemException.of(path, "a Header such as MMM-ROM-V2.2", (Object) header);
    }
    return new HeaderCode(header.substring(0, CODE), header.substring(CODE + 2));
  }
}
