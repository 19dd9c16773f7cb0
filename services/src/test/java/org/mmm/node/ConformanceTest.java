package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.conformance.CaseResult;
import org.mmm.conformance.CaseResult.Verdict;
import org.mmm.conformance.FaultyPeer;
import org.mmm.conformance.PeerAnswer;
import org.mmm.conformance.PeerSuite;
import org.mmm.ipp.InstanceDocument;
import org.mmm.ipp.InstanceId;

@DisplayName("The conformance suite for peers")
class ConformanceTest {
  @TempDir static Path directory;

  @Test
  @DisplayName("finds nothing wrong with a node")
  void node() throws Exception {
    try (TwoInstances two = TwoInstances.introduced(directory);
        FaultyPeer peer = new FaultyPeer()) {
      two.beta().register("Bob");
      InstanceDocument published =
          InstanceDocument.of(
              two.beta().client().get(InstanceDocument.PATH, "").json(),
              new InstanceId(two.betaId()));
      PeerSuite suite = new PeerSuite(peer, published, "Bob");
      assertThat(suite.admitted()).extracting(PeerAnswer::status).isEqualTo(403);
      two.says(two.beta(), peer.id(), "allowed");
      assertThat(suite.admitted()).isNull();
      List<CaseResult> results = suite.run(done -> {});
      assertThat(results).hasSizeGreaterThan(35);
      assertThat(results).filteredOn(done -> done.verdict() != Verdict.HOLDS).isEmpty();
      CaseResult flood = suite.flood(1_000);
      assertThat(flood.verdict()).as(flood.found()).isEqualTo(Verdict.HOLDS);
    }
  }
}
