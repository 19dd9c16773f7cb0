package org.mmm.cluster;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the nodes encrypt what they say to each other, and know that they are nodes; read from {@code
 * mmm.cluster.tls}. Both sides of a connection show a certificate, of one authority and with a name
 * in common. The files are read again every few minutes, so they can be replaced while nodes run.
 *
 * @param certificate a PEM file with the certificate of this node; empty, like the others: no TLS
 * @param key a PEM file with its RSA key, PKCS8 or PKCS1, not encrypted
 * @param ca a PEM file with the certificate of the authority that issued the certificates
 */
public record ClusterTls(String certificate, String key, String ca) {
  private static final String TRANSPORT = "pekko.remote.artery.transport";
  private static final String SSL = "pekko.remote.artery.ssl.";

  /**
   * @throws IllegalArgumentException if some are given and some not, or a file is not what it
   *     should be; names it and the rule
   */
  public ClusterTls {
    long given = Stream.of(certificate, key, ca).filter(file -> !file.isEmpty()).count();
    if (given != 0 && given != 3) {
      throw new IllegalArgumentException(
          "mmm.cluster.tls needs certificate, key and ca, or none of them, was certificate \""
              + certificate
              + "\", key \""
              + key
              + "\", ca \""
              + ca
              + "\"");
    }
    if (given == 3) {
      isCertificate("certificate", certificate);
      isCertificate("ca", ca);
      require(text("key", key).contains("PRIVATE KEY-----"), "key", "an RSA key", key);
    }
  }

  /**
   * @param root a whole configuration
   * @throws IllegalArgumentException if a value breaks its rule
   */
  public static ClusterTls of(Config root) {
    Config c = root.getConfig("mmm.cluster.tls");
    return new ClusterTls(c.getString("certificate"), c.getString("key"), c.getString("ca"));
  }

  /** What the actor system must know of it before it starts. */
  public Config config() {
    if (certificate.isEmpty()) return ConfigFactory.empty();
    String engine = SSL + "rotating-keys-engine.";
    return ConfigFactory.parseMap(
        Map.of(
            TRANSPORT,
            "tls-tcp",
            SSL + "ssl-engine-provider",
            "org.apache.pekko.remote.artery.tcp.ssl.RotatingKeysSSLEngineProvider",
            engine + "cert-file",
            certificate,
            engine + "key-file",
            key,
            engine + "ca-cert-file",
            ca),
        "mmm.cluster.tls");
  }

  private static void isCertificate(String setting, String file) {
    String pem = text(setting, file);
    try (var in = Files.newInputStream(Path.of(file))) {
      boolean one = pem.contains("-----BEGIN CERTIFICATE-----");
      require(one, setting, "a certificate", file);
      CertificateFactory.getInstance("X.509").generateCertificate(in);
    } catch (IOException | CertificateException e) {
      throw new IllegalArgumentException(
          "mmm.cluster.tls." + setting + " must be a PEM file with a certificate, was " + file, e);
    }
  }

  private static String text(String setting, String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException(
          "mmm.cluster.tls." + setting + " must be a file that can be read, was " + file, e);
    }
  }

  private static void require(boolean holds, String setting, String rule, String file) {
    if (!holds) {
      throw new IllegalArgumentException(
          "mmm.cluster.tls." + setting + " must be a PEM file with " + rule + ", was " + file);
    }
  }
}
