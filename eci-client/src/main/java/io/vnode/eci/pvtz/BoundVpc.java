package io.vnode.eci.pvtz;

import io.vnode.eci.json.Fields;

/** A VPC in which the names of a zone are known. */
public record BoundVpc(String regionId, String vpcId) {

    static BoundVpc read(Fields vpc) {
        return new BoundVpc(vpc.text("RegionId"), vpc.text("VpcId"));
    }
}
