package io.vnode.eci.ecs;

import io.vnode.eci.json.Fields;

/**
 * A security group.
 *
 * @param id its id
 * @param name what people call it; may be empty
 * @param vpcId its VPC; empty for one of the classic network, where ECI does not run
 * @param type {@code normal} or {@code enterprise}
 */
public record SecurityGroup(String id, String name, String vpcId, String type) {

    static SecurityGroup read(Fields fields) {
        return new SecurityGroup(
                fields.text("SecurityGroupId"),
                fields.textOrEmpty("SecurityGroupName"),
                fields.textOrEmpty("VpcId"),
                fields.textOrEmpty("SecurityGroupType"));
    }
}
