package org.mmm.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.intent.Abroad;
import org.mmm.ipp.InstanceId;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.Query;
import org.mmm.resolution.LaneMachine;
import org.mmm.resolution.LaneState;
import org.mmm.resolution.ResolutionSettings;

@DisplayName("The courier to an M-Instance that has failed often")
class CourierTest {
  private static final InstanceId NOBODY = new InstanceId("127.0.0.1:1");

  @TempDir private Path directory;

  @Test
  @DisplayName("makes a long pause, and none any more when the operator says that it is back")
  void sendsNow() {
    Ambient ambient = Ambient.system();
    var settings =
        FederationSettings.of(
            ConfigFactory.parseString(
                    "mmm.federation { id = \"127.0.0.1:2\", retry-at-most = 1 h }")
                .withFallback(ConfigFactory.load()));
    var keys = OwnKeys.of(directory.resolve("keys"), ambient.millis() / 1_000);
    var line = new PeerLine(settings, keys, ambient);
    for (int i = 0; i < 12; i++) {
      line.reach(NOBODY).toCompletableFuture().handle((document, failure) -> failure).join();
    }
    assertThat(line.trouble(NOBODY)).contains("(12 in a row)");
    assertThat(line.ready(NOBODY)).isFalse();
    Courier courier = new Courier(NOBODY, line, ambient);
    LaneState lane = none();
    courier.asked(lane, new Query.Letters());
    assertThat(line.ready(NOBODY)).isFalse();
    courier.asked(lane, new Query.SendLetters());
    assertThat(line.ready(NOBODY)).isTrue();
  }

  private static LaneState none() {
    var settings =
        new ResolutionSettings("127.0.0.1:2", peer -> false, Duration.ofHours(1), 10, 10);
    return new LaneMachine(Abroad.lane(NOBODY.name(), "User1"), settings).empty();
  }
}
