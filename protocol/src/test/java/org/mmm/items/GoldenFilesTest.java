package org.mmm.items;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An Item in a golden file")
class GoldenFilesTest {
  /** Records of the package that are no part of any Item. */
  private static final Set<String> TOOLS =
      Set.of("Codes", "Ends", "Entry", "Field", "Found", "NumberRule", "Role", "TextRule");

  @ParameterizedTest
  @EnumSource
  void isReadAndWrittenBackUnchanged(ItemType type) {
    assertThat(ItemJson.write(Golden.item(type))).isEqualTo(Golden.full(type).toString());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ITEM")
  void isTheSameInItsShortForm(ItemType type) {
    Item brief = ItemJson.read(type.javaType(), Golden.brief(type));
    Item full = Golden.item(type);

    assertThat(brief.with(full.envelope())).isEqualTo(full);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ITEM", "QUALIFIER"})
  void isFoundByItsHeaderAlone(ItemType type) {
    assertThat(ItemJson.read(Item.class, Golden.full(type))).isEqualTo(Golden.item(type));
  }

  @Test
  void existsForEveryRecordOfThePackage() {
    Set<String> seen = new LinkedHashSet<>();
    for (ItemType type : ItemType.values()) {
      collect(Golden.item(type), seen);
    }

    assertThat(recordsOfThePackage()).isNotEmpty().allMatch(seen::contains, "is in a golden file");
  }

  private static Set<String> recordsOfThePackage() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.mmm.items")
            .stream()
            .filter(JavaClass::isRecord)
            .map(JavaClass::getSimpleName)
            .filter(name -> !TOOLS.contains(name))
            .collect(Collectors.toSet());
  }

  private static void collect(Object value, Set<String> seen) {
    if (value instanceof Collection<?> many) {
      many.forEach(one -> collect(one, seen));
    } else if (value instanceof Map<?, ?> map) {
      collect(map.values(), seen);
    } else if (value instanceof Record record) {
      seen.add(record.getClass().getSimpleName());
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        try {
          Object part = component.getAccessor().invoke(record);
          if (part != null) {
            collect(part, seen);
          }
        } catch (ReflectiveOperationException e) {
          throw new AssertionError(e);
        }
      }
    }
  }
}
