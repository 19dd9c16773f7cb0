package org.mmm.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The nonces of a peer")
class NonceWindowTest {
  private final NonceWindow nonces = new NonceWindow(3);

  @Test
  void areGoodOnce() throws Exception {
    nonces.take("a", 160, 100);
    nonces.take("b", 160, 100);
    assertThatThrownBy(() -> nonces.take("a", 170, 160)).hasMessage("the nonce a was used before");
  }

  @Test
  void areForgottenWhenNothingWithThemIsTakenAnyMore() throws Exception {
    nonces.take("a", 160, 100);
    nonces.take("b", 161, 161);
    assertThat(nonces.size()).isEqualTo(1);
  }

  @Test
  void areBounded() throws Exception {
    for (String nonce : new String[] {"a", "b", "c"}) nonces.take(nonce, 160, 100);
    assertThatThrownBy(() -> nonces.take("d", 160, 100)).hasMessageContaining("more than 3");
    nonces.take("d", 200, 161);
  }
}
