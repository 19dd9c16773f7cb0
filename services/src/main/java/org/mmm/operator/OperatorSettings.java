package org.mmm.operator;

import com.typesafe.config.Config;
import org.mmm.settings.SettingRules;

/**
 * Where the Operator API is; read from {@code mmm.operator}.
 *
 * @param host the address to listen at
 * @param port 0 to 65535; 0 for any free one
 */
public record OperatorSettings(String host, int port) {
  private static final SettingRules RULES = new SettingRules("mmm.operator");

  /**
   * @throws IllegalArgumentException if a value breaks its rule
   */
  public OperatorSettings {
    RULES.require(!host.isBlank(), "host", "an address of this machine", "empty");
    RULES.between("port", port, 0, 65_535);
  }

  /**
   * @param root a whole configuration
   * @throws IllegalArgumentException if a value breaks its rule
   */
  public static OperatorSettings of(Config root) {
    Config in = root.getConfig("mmm.operator");
    return new OperatorSettings(in.getString("host"), in.getInt("port"));
  }
}
