package org.mmm.edge;

import com.typesafe.config.Config;
import java.nio.file.Path;
import org.mmm.journal.DataDirectory;
import org.mmm.kernel.Ambient;

/**
 * Where a node keeps what must not become known; on all nodes of an M-Instance the same secrets.
 *
 * @param secrets what tokens are signed with
 * @param operatorToken the token of the operator
 */
public record SecretFiles(Path secrets, Path operatorToken) {
  private static final String OPERATOR_TOKEN = "operator.token";
  private static final int OPERATOR_BYTES = 32;

  /**
   * The files that {@code mmm.node} names, or those of the data directory.
   *
   * @param root a whole configuration
   */
  public static SecretFiles of(Config root, Path data) {
    Config node = root.getConfig("mmm.node");
    String secrets = node.getString("secrets-file");
    String operator = node.getString("operator-token-file");
    return new SecretFiles(
        secrets.isBlank() ? data.resolve(DataDirectory.SECRETS_FILE) : Path.of(secrets),
        operator.isBlank() ? data.resolve(OPERATOR_TOKEN) : Path.of(operator));
  }

  /**
   * The same for the same secrets, and tells nothing about them. Makes the file at the first start.
   *
   * @throws IllegalArgumentException if the file is wrong or cannot be had
   */
  public String fingerprint(Ambient ambient) {
    return Secrets.text(open(ambient).derived("fingerprint", ""));
  }

  Secrets open(Ambient ambient) {
    return Secrets.open(secrets, ambient::random);
  }

  String readOperatorToken(Ambient ambient) {
    return PrivateFile.readOrMake(
        operatorToken, () -> Secrets.text(ambient.random(OPERATOR_BYTES)));
  }
}
