package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("By its settings a node")
class AccessTest {
  private static final String REGISTER = "/api/v2.2/identity/register";
  private static final String ANNA =
      "{\"sourceProcessID\":\"human1\",\"complements\":{\"With\":[{\"FirstName\":\"Anna\"}]}}";
  private static final String PASSWORD = "long-enough";

  @TempDir static Path directory;
  private static Path pkcs12;
  private static KeyStore keys;

  @BeforeAll
  static void makeACertificate() throws Exception {
    pkcs12 = directory.resolve("node.p12");
    int ended =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "node",
                "-keyalg",
                "EC",
                "-dname",
                "CN=node",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                pkcs12.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keytool.log").toFile())
            .start()
            .waitFor();
    assertThat(ended).as(Files.readString(directory.resolve("keytool.log"))).isZero();
    keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(pkcs12)) {
      keys.load(in, PASSWORD.toCharArray());
    }
  }

  @Test
  @DisplayName("speaks TLS with the keys of a PKCS12 file, and lets register who brings a code")
  void invitesOverTls() throws Exception {
    Path codes = Files.writeString(directory.resolve("codes"), "\n  from-file  \n\n");
    String settings =
        LiveNode.settings(
            directory,
            tls("certificate", pkcs12),
            tls("password-file", Files.writeString(directory.resolve("password"), PASSWORD)),
            "mmm.edge.invitations = \"first, second\"",
            "mmm.edge.invitations-file = \"" + codes + "\"");
    Path data = directory.resolve("invite");
    try (var node = LiveNode.start(data, "--config", settings, "--register", "invite")) {
      assertThat(node.url()).startsWith("https://127.0.0.1:");
      Client client = new Client(node.url(), trusting());
      for (String code : new String[] {"", "wrong", "first,", "first, second", "First"}) {
        var refused = client.invited(REGISTER, code, ANNA);
        assertThat(refused.status()).as(code).isEqualTo(403);
        assertThat(refused.response().body()).contains("MMM-Invitation").doesNotContain("second");
      }
      for (String code : new String[] {"first", "second", "from-file"}) {
        var done = client.invited(REGISTER, code, ANNA.replace("human1", "human of " + code));
        assertThat(done.status()).as(done.response().body()).isEqualTo(201);
      }
      assertThatThrownBy(
              () -> new Client(node.url().replace("https", "http")).get("/health/live", ""))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> new Client(node.url()).get("/health/live", ""))
          .as("a client that does not trust it")
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  @DisplayName("speaks TLS with the keys of PEM files, and lets nobody register")
  void isClosedOverTls() throws Exception {
    Key key = keys.getKey("node", PASSWORD.toCharArray());
    Path keyFile = pem("node.key", "PRIVATE KEY", key.getEncoded());
    Path chain = pem("node.crt", "CERTIFICATE", keys.getCertificate("node").getEncoded());
    String settings = LiveNode.settings(directory, tls("certificate", chain), tls("key", keyFile));
    Path data = directory.resolve("closed");
    try (var node = LiveNode.start(data, "--config", settings, "--register", "closed")) {
      Client client = new Client(node.url(), trusting());
      var refused = client.invited(REGISTER, "first", ANNA);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.code()).isEqualTo("InsRights");
      assertThat(refused.response().body()).contains("closed");
      var token =
          client.send("POST", "/api/token", node.operator(), "", "{\"processID\":\"Seller\"}");
      assertThat(token.status()).as("the world's Processes work on").isEqualTo(200);
    }
  }

  @Test
  @DisplayName("does not start with keys that it cannot use, and says what they must be")
  void refusesBadKeys() throws Exception {
    Path wrong = Files.writeString(directory.resolve("wrong"), "not the password");
    Path garbled = Files.writeString(directory.resolve("garbled.crt"), "no certificate");
    for (String settings :
        new String[] {
          LiveNode.settings(directory, tls("certificate", pkcs12), tls("password-file", wrong)),
          LiveNode.settings(directory, tls("certificate", directory.resolve("missing"))),
          LiveNode.settings(directory, tls("certificate", garbled), tls("key", garbled))
        }) {
      assertThatThrownBy(
              () -> LiveNode.start(directory.resolve("bad"), "--config", settings).close())
          .isInstanceOfSatisfying(
              NodeFailure.class, e -> assertThat(e.exitCode()).isEqualTo(NodeFailure.USAGE))
          .hasMessageContaining("mmm.edge.tls must name")
          .hasMessageNotContaining("\n");
    }
  }

  private static String tls(String setting, Path file) {
    return "mmm.edge.tls." + setting + " = \"" + file + "\"";
  }

  private static Path pem(String name, String what, byte[] content) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        directory.resolve(name),
        "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
  }

  private static HttpClient trusting() throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("node", keys.getCertificate("node"));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }
}
