package org.mmm.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority with the certificates of nodes, made by the JDK's keytool. */
final class Certificates {
  private static final String PASSWORD = "only-for-this-test";

  private final Path directory;

  Certificates(Path directory) throws Exception {
    this.directory = Files.createDirectories(directory);
    keytool("-genkeypair -alias ca -keyalg RSA -keysize 2048 -dname CN=authority -ext bc:c");
    write("ca.crt", pem("CERTIFICATE", store().getCertificate("ca").getEncoded()));
  }

  /** A node with a certificate of this authority. */
  ClusterTls node(String name) throws Exception {
    keytool("-genkeypair -alias " + name + " -keyalg RSA -keysize 2048 -dname CN=mmm-node");
    keytool("-certreq -alias " + name + " -file " + path(name + ".csr"));
    keytool(
        "-gencert -rfc -alias ca -infile "
            + path(name + ".csr")
            + " -outfile "
            + path(name + ".crt"));
    var key = store().getKey(name, PASSWORD.toCharArray());
    write(name + ".key", pem("PRIVATE KEY", key.getEncoded()));
    return new ClusterTls(path(name + ".crt"), path(name + ".key"), path("ca.crt"));
  }

  private String path(String file) {
    return directory.resolve(file).toString();
  }

  private KeyStore store() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(directory.resolve("keys.p12"))) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(directory.resolve(file), text);
  }

  private static String pem(String what, byte[] bytes) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
  }

  private void keytool(String words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words.split(" ")));
    command.addAll(List.of("-keystore", path("keys.p12"), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", PASSWORD, "-noprompt"));
    Path log = directory.resolve("keytool.log");
    int ended =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (ended != 0) throw new IllegalStateException(words + ": " + Files.readString(log));
  }
}
