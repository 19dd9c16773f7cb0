package org.mmm.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The time that a node is given to stop")
class GracePeriodTest {
  /** Before the signal: clients are led elsewhere. */
  private static final Duration BEFORE = Duration.ofSeconds(5);

  /** What Node gives its edge to end what is open, before it stops the rest. */
  private static final Duration EDGE = Duration.ofSeconds(15);

  /** The store is closed, the JVM ends. */
  private static final Duration AFTER = Duration.ofSeconds(5);

  @Test
  @DisplayName("is what all phases of its shutdown may take together, on each platform")
  void isTheSumOfThePhases() {
    long seconds = BEFORE.plus(EDGE).plus(phases()).plus(AFTER).toSeconds();
    var pod = KubernetesTest.node("base").at("/spec/template/spec");
    assertThat(pod.get("terminationGracePeriodSeconds").asLong()).isEqualTo(seconds);
    assertThat(pod.at("/containers/0/lifecycle/preStop/exec/command/1").asLong())
        .isEqualTo(BEFORE.toSeconds());
    for (String file : new String[] {"compose.yaml", "systemd/mmm.service"}) {
      var found =
          Pattern.compile("(?:stop_grace_period: |TimeoutStopSec=)(\\d+)")
              .matcher(DeployFiles.text(DeployFiles.DEPLOY.resolve(file)));
      assertThat(found.find()).as(file).isTrue();
      assertThat(Long.parseLong(found.group(1))).as(file).isEqualTo(seconds);
    }
  }

  private static Duration phases() {
    Config shutdown =
        ConfigFactory.parseResources("node.conf")
            .withFallback(ConfigFactory.defaultReferenceUnresolved())
            .resolve()
            .getConfig("pekko.coordinated-shutdown");
    Duration sum = Duration.ZERO;
    for (String phase : shutdown.getObject("phases").keySet()) {
      String timeout = "phases." + ConfigUtil.quoteString(phase) + ".timeout";
      sum =
          sum.plus(
              shutdown.hasPath(timeout)
                  ? shutdown.getDuration(timeout)
                  : shutdown.getDuration("default-phase-timeout"));
    }
    return sum;
  }
}
