package org.mmm.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.node.Grace;

@DisplayName("The time that a node is given to stop")
class GracePeriodTest {
  @Test
  @DisplayName("is what all that it does then may take together, and the same on each platform")
  void isWhatItMayTake() {
    Config config =
        ConfigFactory.parseResources("node.conf")
            .withFallback(ConfigFactory.defaultReferenceUnresolved())
            .resolve();
    assertThat(Grace.needed(config)).isEqualTo(config.getDuration("mmm.node.grace"));
    long seconds = config.getDuration("mmm.node.grace").toSeconds();
    var pod = KubernetesTest.node("base").at("/spec/template/spec");
    assertThat(pod.get("terminationGracePeriodSeconds").asLong()).isEqualTo(seconds);
    assertThat(pod.at("/containers/0/lifecycle/preStop/exec/command/1").asLong())
        .isEqualTo(Grace.LEAD.toSeconds());
    for (String file : new String[] {"compose.yaml", "systemd/mmm.service"}) {
      var found =
          Pattern.compile("(?:stop_grace_period: |TimeoutStopSec=)(\\d+)")
              .matcher(DeployFiles.text(DeployFiles.DEPLOY.resolve(file)));
      assertThat(found.find()).as(file).isTrue();
      assertThat(Long.parseLong(found.group(1))).as(file).isEqualTo(seconds);
    }
  }
}
