package io.vnode.emulator.ecs;

import static io.vnode.emulator.wire.ParameterType.flag;
import static io.vnode.emulator.wire.ParameterType.integer;
import static io.vnode.emulator.wire.ParameterType.oneOf;
import static io.vnode.emulator.wire.ParameterType.text;

import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.NumberedPage;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Lists security groups. */
final class DescribeSecurityGroups implements Action {

    private static final int DEFAULT_PAGE = 10;
    private static final int MAX_IDS = 100;

    private static final ParameterSchema PARAMETERS = ParameterSchema.builder()
            .required("RegionId", text())
            .optional("VpcId", text())
            .optional("SecurityGroupId", text())
            .optional("SecurityGroupIds", text())
            .optional("SecurityGroupName", text())
            .optional("SecurityGroupType", oneOf("normal", "enterprise"))
            .optional("NetworkType", oneOf("vpc", "classic"))
            .optional("ResourceGroupId", text())
            .optional("ServiceManaged", flag())
            .optional("IsQueryEcsCount", flag())
            .optional("DryRun", flag())
            .limit("Tag", 20)
            .optional("Tag.N.Key", text(64))
            .optional("Tag.N.Value", text(128))
            .optional("PageNumber", integer(1, Integer.MAX_VALUE))
            .optional("PageSize", integer(1, 100))
            .build();

    private final Region region;

    DescribeSecurityGroups(Region region) {
        this.region = region;
    }

    @Override
    public String name() {
        return "DescribeSecurityGroups";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Object answer(ActionCall call) {
        Parameters parameters = call.parameters();
        if (!parameters.text("RegionId").equals(region.id())) {
            throw new ApiException(
                    404,
                    "InvalidRegionId.NotFound",
                    "The specified RegionId does not exist: '%s'; this endpoint serves %s."
                            .formatted(parameters.text("RegionId"), region.id()));
        }
        List<String> ids = ids(parameters.find("SecurityGroupIds"));
        List<String> found = region.securityGroupIds().stream()
                .filter(id -> (ids == null || ids.contains(id))
                        && parameters.fits("SecurityGroupId", id)
                        && parameters.fits("SecurityGroupName", id)
                        && parameters.fits("VpcId", region.vpcOfSecurityGroup(id))
                        && parameters.fits("SecurityGroupType", "normal")
                        && parameters.fits("NetworkType", "vpc")
                        && !parameters.has("Tag."))
                .toList();
        NumberedPage<String> page = NumberedPage.of(parameters, DEFAULT_PAGE, found);
        return new Answer(
                call.requestId(),
                region.id(),
                page.items(),
                page.number(),
                page.size(),
                new Wrapped(page.onIt().stream()
                        .map(id -> new Line(id, id, "normal", region.vpcOfSecurityGroup(id), ""))
                        .toList()));
    }

    private static @Nullable List<String> ids(@Nullable String json) {
        if (json == null) {
            return null;
        }
        try {
            List<String> ids = JsonMapper.shared().readValue(json, new TypeReference<List<String>>() {});
            if (ids.size() <= MAX_IDS) {
                return ids;
            }
        } catch (JacksonException _) {
            // refused below
        }
        throw ApiException.invalid("SecurityGroupIds", "must be a JSON array of at most %d ids".formatted(MAX_IDS));
    }

    private record Answer(
            String requestId, String regionId, int totalCount, int pageNumber, int pageSize, Wrapped securityGroups) {}

    private record Wrapped(List<Line> securityGroup) {}

    private record Line(
            String securityGroupId,
            String securityGroupName,
            String securityGroupType,
            String vpcId,
            String description) {}
}
