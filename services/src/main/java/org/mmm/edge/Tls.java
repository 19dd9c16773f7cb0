package org.mmm.edge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Makes the context of encrypted connections from the files of the settings. */
final class Tls {
  private Tls() {}

  /**
   * @throws IllegalArgumentException if a file cannot be read, or is not what it should be
   */
  static SSLContext context(TlsSettings settings) {
    try {
      char[] password =
          settings.passwordFile().isEmpty()
              ? new char[0]
              : Files.readString(Path.of(settings.passwordFile())).strip().toCharArray();
      KeyStore store = settings.key().isEmpty() ? pkcs12(settings, password) : pem(settings);
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, password);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "mmm.edge.tls must name a PEM chain and its PKCS8 key, or a PKCS12 file with its"
              + " password-file, was "
              + settings.certificate()
              + ": "
              + e,
          e);
    }
  }

  private static KeyStore pkcs12(TlsSettings settings, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(Path.of(settings.certificate()))) {
      store.load(in, password);
    }
    return store;
  }

  private static KeyStore pem(TlsSettings settings) throws IOException, GeneralSecurityException {
    byte[] chain = Files.readAllBytes(Path.of(settings.certificate()));
    var certificates =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(chain))
            .toArray(new Certificate[0]);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("node", privateKey(Path.of(settings.key())), new char[0], certificates);
    return store;
  }

  private static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
    String text =
        new String(Files.readAllBytes(file), StandardCharsets.US_ASCII)
            .replaceAll("-----[A-Z ]+-----", "")
            .replaceAll("\\s", "");
    byte[] bytes = Base64.getDecoder().decode(text);
    for (String algorithm : new String[] {"RSA", "EC", "Ed25519"}) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
      } catch (InvalidKeySpecException tryTheNext) {
        continue;
      }
    }
    throw new InvalidKeySpecException(file + " holds no RSA, EC or Ed25519 key in PKCS8");
  }
}
