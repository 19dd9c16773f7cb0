package org.mmm.operator;

import com.typesafe.config.Config;

/**
 * Where the Operator API is; read from {@code mmm.operator}.
 *
 * @param host the address to listen at
 * @param port 0 to 65535; 0 for any free one
 */
public record OperatorSettings(String host, int port) {
  /**
   * @throws IllegalArgumentException if a value breaks its rule
   */
  public OperatorSettings {
    require(!host.isBlank(), "host", "an address of this machine", "empty");
    require(port >= 0 && port <= 65_535, "port", "from 0 to 65535", port);
  }

  /**
   * @param root a whole configuration
   * @throws IllegalArgumentException if a value breaks its rule
   */
  public static OperatorSettings of(Config root) {
    Config in = root.getConfig("mmm.operator");
    return new OperatorSettings(in.getString("host"), in.getInt("port"));
  }

  private static void require(boolean holds, String key, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(
          "mmm.operator." + key + " must be " + rule + ", was " + value);
    }
  }
}
