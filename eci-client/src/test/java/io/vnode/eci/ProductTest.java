package io.vnode.eci;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductTest {

    @ParameterizedTest
    @CsvSource({
        "ECI, https://eci.cn-beijing.aliyuncs.com, https://eci-vpc.cn-beijing.aliyuncs.com",
        "VPC, https://vpc.cn-beijing.aliyuncs.com, https://vpc-vpc.cn-beijing.aliyuncs.com",
        "ECS, https://ecs.cn-beijing.aliyuncs.com, https://ecs-vpc.cn-beijing.aliyuncs.com",
        "STS, https://sts.cn-beijing.aliyuncs.com, https://sts-vpc.cn-beijing.aliyuncs.com",
        "RAM, https://ram.aliyuncs.com, https://ram.vpc-proxy.aliyuncs.com",
        "PVTZ, https://pvtz.aliyuncs.com, https://pvtz.vpc-proxy.aliyuncs.com"
    })
    void answersAtItsEndpointOfTheRegion(Product product, String everywhere, String inVpc) {
        assertThat(product.endpoint("cn-beijing")).hasToString(everywhere);
        assertThat(product.endpoint("cn-beijing", " ")).hasToString(everywhere);
        assertThat(product.endpointInVpc("cn-beijing")).hasToString(inVpc);
    }

    @Test
    void answersWhereTheUserSays() {
        assertThat(Product.VPC.endpoint("cn-beijing", "vpc.example.org")).hasToString("https://vpc.example.org");
    }

    @ParameterizedTest
    @CsvSource({"ECI, http://127.0.0.1:18080", "RAM, http://127.0.0.1:18080/ram", "PVTZ, http://127.0.0.1:18080/pvtz"})
    void answersBesideAnEmulatedEci(Product product, String endpoint) {
        EciEndpoint eci = EciEndpoint.of("cn-beijing", "http://127.0.0.1:18080");

        assertThat(product.besideEmulated(eci)).hasToString(endpoint);
    }

    @Test
    void keepsTheRegionsOwnNameWhereOnlyEciHasAnother() {
        assertThat(Product.ECI.endpoint("cn-shanghai-finance-1").host())
                .isEqualTo("eci.cn-shanghai-finance.aliyuncs.com");
        assertThat(Product.VPC.endpoint("cn-shanghai-finance-1").host())
                .isEqualTo("vpc.cn-shanghai-finance-1.aliyuncs.com");
    }
}
