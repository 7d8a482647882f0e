# Anyone of a team may begin; people of an organisation may be spared; each alternative has introducers of its own.
. tests/golden/office
on read fixtures/office >/dev/null
on path Ann Ashcombe --from 'Do Haneul' --from 'Mina Seo' --disjoint --max-hops 4
on path Ann Ashcombe --exclude-org 'Larkspur Therapeutics'
on path Ann Ashcombe --exclude-org 'Nobody Incorporated'
