package org.mmm.edge;

import com.typesafe.config.Config;

/**
 * How connections are encrypted; read from {@code mmm.edge.tls}.
 *
 * @param certificate a PEM file with the chain, or a PKCS12 file; empty: not at all
 * @param key a PEM file with the PKCS8 private key; empty for PKCS12
 * @param passwordFile a file with the password of the PKCS12 file; empty: no password
 */
public record TlsSettings(String certificate, String key, String passwordFile) {
  static TlsSettings of(Config root) {
    Bounds in = new Bounds(root, "mmm.edge.tls");
    return new TlsSettings(in.text("certificate"), in.text("key"), in.text("password-file"));
  }

  public boolean on() {
    return !certificate.isEmpty();
  }
}
