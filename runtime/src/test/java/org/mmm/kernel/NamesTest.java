package org.mmm.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.MmmService;

@DisplayName("Names, addresses and the IDs of calls")
class NamesTest {
  @Property
  void areMintedInTheReservedForm(@ForAll @Size(8) byte[] entropy) {
    String name = MintedName.of("Stream", entropy);

    assertThat(MintedName.reserved(name)).isTrue();
    assertThat(MintedName.light(name)).contains(new Name(Address.Kind.ITEM, "Stream"));
  }

  @Test
  void areLightForItemsThatNeedNoDirectoryOnly() {
    assertThat(MintedName.light("Message-000000000001")).isPresent();
    assertThat(MintedName.light("Room-000000000001")).isEmpty();
    assertThat(MintedName.light("Message1")).isEmpty();
    assertThat(MintedName.reserved("Message-00000000000i")).isFalse();
  }

  @Test
  void areDerivedAlikeFromTheSameCause() {
    assertThat(MintedName.derived("Rights", "a#1.0"))
        .isEqualTo(MintedName.derived("Rights", "a#1.0"))
        .isNotEqualTo(MintedName.derived("Rights", "a#2.0"));
  }

  @Test
  void areReadAsTheyAreWritten() {
    Address parcel = Address.service(MmmService.PARCEL, "Parcel1/North#2");
    CallId id = new CallId(parcel, 12, 3);

    assertThat(parcel).hasToString("service/PARCEL/Parcel1/North#2");
    assertThat(Address.parse(parcel.toString())).isEqualTo(parcel);
    assertThat(id).hasToString("service/PARCEL/Parcel1/North#2#12.3");
    assertThat(CallId.parse(id.toString())).isEqualTo(id);
  }

  @Test
  void areRefusedWhenTheyAreNone() {
    assertThatThrownBy(() -> Address.parse("Anna"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kind/id");
  }
}
