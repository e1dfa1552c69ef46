package io.vnode.emulator.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {

    @ParameterizedTest
    @CsvSource({
        "*, '', true",
        "*, anything, true",
        "a*c, abbbc, true",
        "a*c, abbb, false",
        "a?c, abc, true",
        "a?c, ac, false",
        "*b*b, abab, true",
        "*b*bc, abab, false",
        "abc, abc, true",
        "abc, abcd, false",
        "acs:eci:*:*:containergroup/*, acs:eci:cn-hangzhou:1:containergroup/eci-1, true",
    })
    void fits(String pattern, String text, boolean expected) {
        assertThat(Wildcard.matches(pattern, text)).isEqualTo(expected);
    }
}
