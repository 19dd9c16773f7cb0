package org.mmm.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The port that a node had last")
class LastPortTest {
  private static final String HOST = "127.0.0.1";
  @TempDir Path data;

  @Test
  void isHadAgainUnlessSomebodyElseHasIt() throws Exception {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      port = taken.getLocalPort();
      LastPort.keep(data, URI.create("http://" + HOST + ":" + port));

      assertThat(LastPort.of(data, HOST)).isZero();
    }
    assertThat(LastPort.of(data, HOST)).isEqualTo(port);
  }

  @Test
  void isNoneAtTheFirstStartOrWhereTheFileIsGarbled() throws Exception {
    assertThat(LastPort.of(data, HOST)).isZero();
    Files.writeString(data.resolve("port"), "seven");
    assertThat(LastPort.of(data, HOST)).isZero();
    Files.writeString(data.resolve("port"), "70000");
    assertThat(LastPort.of(data, HOST)).isZero();
  }
}
