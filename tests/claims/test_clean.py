"""What a reader is shown of a claim is as the source prints it."""

import gongwen


def test_a_metric_of_two_stretches_and_a_basis_keep_their_width():
    claim = gongwen.parse("为２０户农家办理Ａ类登记。投资比２０２１年增长５％。").claims
    assert claim[0].metric.clean == "为…农家办理Ａ类登记"
    assert claim[1].basis == "比２０２１年"
