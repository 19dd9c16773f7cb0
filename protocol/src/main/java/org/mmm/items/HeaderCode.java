package org.mmm.items;

import java.util.regex.Pattern;

/** The part of a Header that names the data type: {@code MMM-ROM} in {@code MMM-ROM-V2.2}. */
final class HeaderCode {
  private static final Pattern HEADER =
      Pattern.compile("[A-Z0-9]{3}-[A-Z0-9]{3}-V[0-9]{1,2}[.][0-9]{1,2}");
  private static final int CODE = "MMM-ROM".length();

  private HeaderCode() {}

  /**
   * The code of a Header.
   *
   * @param path where it stands, for the message
   * @throws ItemException if it is not a Header
   */
  static String of(String path, String header) {
    if (!HEADER.matcher(header).matches()) {
      throw ItemException.of(path, "a Header such as MMM-ROM-V2.2", (Object) header);
    }
    return header.substring(0, CODE);
  }
}
